import type { ItemElements, RuleGroup, RuleParameterValue, RuleSeverity } from '../contract.ts';
import type { Surroundings } from './surroundings.ts';

/** Where a rule is broken, with the values that its message names. */
export interface Hit {
  readonly path: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface IntegerParameter { readonly kind: 'integer'; readonly label: string; readonly value: number; readonly minimum: number; readonly maximum: number }
export interface WordsParameter { readonly kind: 'words'; readonly label: string; readonly value: readonly string[]; readonly hint: string }
export type RuleParameter = IntegerParameter | WordsParameter;
export type RuleParameters = Readonly<Record<string, RuleParameter>>;

/** The values of declared parameters. */
export type ValuesOf<P> = { readonly [K in keyof P]: P[K] extends IntegerParameter ? number : readonly string[] };

interface RuleText {
  /** Stable; settings, findings and exceptions name it. */
  readonly id: string;
  /** Grows when the logic changes what is found. */
  readonly version: number;
  readonly group: RuleGroup;
  /** What the rule weighs until a city says otherwise. */
  readonly severity: RuleSeverity;
  /** What holds when all is well. */
  readonly title: string;
  /** What is wrong, with `{name}` for values of the hit. */
  readonly message: string;
  /** 怎么改. */
  readonly mend: string;
  /** The law, standard or practice that it rests on. */
  readonly basis: string;
}

/** One consistency rule of the guide: words as data, and a pure function from elements to where it is broken. */
export interface QualityRule<P = Readonly<Record<string, RuleParameterValue>>> extends RuleText {
  readonly parameters: RuleParameters;
  find(elements: ItemElements, parameters: P, surroundings: Surroundings): readonly Hit[];
}

type Declared<P extends RuleParameters> = RuleText & { readonly parameters?: P; find(elements: ItemElements, parameters: ValuesOf<P>, surroundings: Surroundings): readonly Hit[] };

/** Declares a rule; `find` gets the values of exactly the parameters declared. */
export function defineRule<const P extends RuleParameters = Record<never, never>>(rule: Declared<P>): QualityRule {
  return { ...rule, parameters: rule.parameters ?? {} } as QualityRule;
}

/** A whole number that a city may set. */
export function integer(label: string, value: number, minimum: number, maximum: number): IntegerParameter {
  return { kind: 'integer', label, value, minimum, maximum };
}

/** A list of words that a city may set; `hint` says how to write one. */
export function words(label: string, value: readonly string[], hint = '一行一个。'): WordsParameter {
  return { kind: 'words', label, value, hint };
}

/** One hit at `path` when `broken` holds. */
export function at(path: string, broken: boolean, values?: Hit['values']): Hit[] {
  return broken ? [{ path, ...(values === undefined ? {} : { values }) }] : [];
}

/** Whether there is a text at all: what is empty is the business of the rule about parts. */
export function isFilled(text: string): boolean {
  return text.trim() !== '';
}

/** What rules rest on again and again. */
export const basis = {
  standard: 'GB/T 39046—2020《政务服务平台基础数据规范》对实施清单要素的要求',
  practice: '办事指南准确度检查的通行口径',
  platform: '本平台的检查要求',
  publicity: '《中华人民共和国行政许可法》第三十条',
  convenience: '中共中央办公厅、国务院办公厅《关于深入推进审批服务便民化的指导意见》：消除审批服务中的模糊条款，属于兜底性质的“其他材料”“有关材料”等，应逐一加以明确',
} as const;
