import type { CompiledRules } from './compile-form.ts';

const PARTS = { computed: '的自动计算', visibleWhen: '的显示条件', section: '所在分组的显示条件', row: '所在的表格' } as const;

/** A circle of fields as people can break it: which rule of each reads which other one, and what to do. */
export function describeCircle(cycle: readonly string[], rules: CompiledRules, labelOf: (id: string) => string): string {
  const steps = cycle.slice(0, -1).map((id, index) => {
    const next = cycle[index + 1] ?? id;
    return `“${labelOf(id)}”${PARTS[rules.whyNeeds(id, next)]}用到${next === id ? '自己' : `“${labelOf(next)}”`}`;
  });
  const [only] = steps;
  if (steps.length === 1 && only !== undefined) return `${only}，算不出来。请在这条规则里去掉它自己。`;
  return `${steps.join('，')}，互相等待，谁也算不出来。请改掉其中一处。`;
}
