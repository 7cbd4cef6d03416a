import type { TemplateState } from './contract.ts';

export const templateStateLabels: Readonly<Record<TemplateState, string>> = { draft: '草稿', published: '已发布', superseded: '已停用' };
