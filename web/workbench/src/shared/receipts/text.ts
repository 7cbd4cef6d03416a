import { chooseText } from '../../locale/locale.ts';
import { zhCN } from './locale/zh-CN.ts';

export const text = chooseText({ 'zh-CN': zhCN });
