import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest's environment for Node, with plain globals. Jest puts a proxy before the globals of each file, so that each use of
 * `Object` or `Map` in a module asks it: to build one SELECT of an order took nine times as long as in a process of its
 * own. What Jest adds to the globals, and its cleaning up after a file, stay.
 * @see https://nodejs.org/api/vm.html#vmconstantsdont_contextify
 */
export default class PlainGlobals extends TestEnvironment {
  constructor(...args) {
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...args);
    } finally {
      vm.createContext = createContext;
    }
  }
}
