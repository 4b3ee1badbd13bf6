import { orders } from './orders-command';
import { startCommand } from './start-command';

startCommand(orders);
