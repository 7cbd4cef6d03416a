import { chooseText } from '../../locale/locale.ts';
import { orderWords } from './locale/orders.zh-CN.ts';
import { ruleWords } from './locale/rules.zh-CN.ts';
import { spotWords } from './locale/spot-checks.zh-CN.ts';
import { viewWords } from './locale/views.zh-CN.ts';
import { zhCN } from './locale/zh-CN.ts';

export const text = chooseText({ 'zh-CN': { ...zhCN, orders: orderWords, rules: ruleWords, views: viewWords, spots: spotWords } });
