export const zhCN = { value: '值', name: '数据' };
