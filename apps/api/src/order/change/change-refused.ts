import { ProblemError } from '../../http/errors/problem-error';
import type { ChangeRefusal } from '../change-rules';

/** The problem document of a change that is refused. */
export const changeRefused = ({ code, why }: ChangeRefusal): ProblemError =>
  new ProblemError(code, [{ path: 'order', message: why }]);
