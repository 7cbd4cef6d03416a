export const readFileJobName = 'item-exchange.read-file';
export const writeItemsJobName = 'item-exchange.write-items';
export const takeBackJobName = 'item-exchange.take-back';
