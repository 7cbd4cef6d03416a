import { chooseText } from '../../locale/locale.ts';

/** Words for questions that are answered one by one. */
export const questionText = chooseText({
  'zh-CN': {
    question: (number: number) => `第 ${number} 题`,
    remaining: (count: number) => (count <= 1 ? '最后一题' : `最多还有 ${count} 题`),
    next: '下一题',
    choose: '请选择一项后再继续。',
    answered: '已回答',
    change: '修改',
    changeOf: (question: string) => `修改：${question}`,
    restart: '重新回答',
  },
});
