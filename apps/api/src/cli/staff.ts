import { staff } from './staff-command';
import { startCommand } from './start-command';

startCommand(staff);
