export * from './money';
export * from './product';
export * from './checkout';
export * from './confirmation';
export * from './order-money';
export * from './problem';
export * from './health';
