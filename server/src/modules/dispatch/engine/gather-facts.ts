import { listFields, type FormDefinition } from '@tongban/form-model';
import { channelNames, type Context } from '../../../kernel/context.ts';
import { countOpenTasks, type TaskOpening, type Variables } from '../../../kernel/workflow/index.ts';
import { readAnswers, type CaseRecord } from '../../cases/index.ts';
import { getForm, type PinnedVersion } from '../../catalog/index.ts';
import type { DispatchRules } from './rules-in-force.ts';
import { placeName, type Directory } from './directory.ts';

/** What rules may be told about a case and one of its tasks. What must be read is read once, and only when a rule asks. */
export interface FactSource {
  readonly record: CaseRecord;
  readonly version: PinnedVersion;
  readonly directory: Directory;
  readonly variables: Variables;
  readonly opening?: TaskOpening;
  /** Departments that review jointly by the item's own setting. */
  readonly joint: readonly string[];
  readonly answers: () => Promise<Readonly<Record<string, unknown>>>;
  readonly waiting: () => Promise<number>;
}

const filers = { self: '本人', agent: '代理人', clerk: '窗口代填' } as const;
const steps: Readonly<Record<string, string>> = { acceptance: '受理', review: '审查', decision: '决定', delivery: '送达' };
const conclusions: Readonly<Record<string, string>> = { pass: '通过', fail: '不通过' };

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => (reading ??= read());
}

/** Opens the facts of a case; `answers` are given where the caller has them. */
export function openFacts(ctx: Context, known: Omit<FactSource, 'answers' | 'waiting'> & { answers?: Readonly<Record<string, unknown>> | undefined }): FactSource {
  const { answers, opening, record } = known;
  return {
    ...known, answers: once(async () => answers ?? readAnswers(ctx, record)), waiting: once(() => countOpenTasks(ctx, opening?.candidates ?? [])),
  };
}

/** The inputs that a rule set declares and this vocabulary knows; nothing else is told, or kept of the run. */
export async function gatherFacts(rules: DispatchRules, source: FactSource): Promise<Record<string, unknown>> {
  const inputs: Record<string, unknown> = {};
  for (const { name, fields = [] } of rules.content.inputs) {
    const value = await valueOf(name, fields.map((field) => field.name), source);
    if (value !== undefined) inputs[name] = value;
  }
  return inputs;
}

async function valueOf(name: string, fields: readonly string[], source: FactSource): Promise<unknown> {
  const { record, version: { elements }, variables, opening } = source;
  switch (name) {
    case '事项': return record.itemName;
    case '事项编码': return elements.localTaskCode;
    case '办件类型': return record.projectType === '1' ? '即办件' : '承诺件';
    case '实施部门': return record.organizationName;
    case '事项区划': return record.regionCode;
    case '所在区划': return regionOf(source);
    case '申请人类型': return record.applicantKind === 'person' ? '个人' : '法人';
    case '渠道': return channelNames[record.channel] ?? record.channel;
    case '提交方式': return filers[record.filerKind];
    case '情形': return record.situationName;
    case '情形编码': return record.situationKey;
    case '情形标记': return variables['flags'] ?? [];
    case '引导': return pick(Object.fromEntries(record.guidance.map(({ question, option }) => [question, option])), fields);
    case '表单': return pick(await source.answers(), fields);
    case '环节': return opening?.name;
    case '环节类型': return opening && (steps[opening.step] ?? '其他');
    case '办理部门': return opening && officeOf(source, opening.candidates.find(({ organisation }) => organisation !== undefined)?.organisation);
    case '审查结论': return conclusions[String(variables['conclusion'])] ?? null;
    case '待办数': return source.waiting();
    case '联办部门': return source.joint.flatMap((id) => officeOf(source, id) ?? []);
    default: return undefined;
  }
}

function pick(values: Readonly<Record<string, unknown>>, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
}

function officeOf({ directory }: FactSource, id: string | undefined): string | null {
  const place = id === undefined ? undefined : directory.places.get(id);
  return place ? placeName(place) : null;
}

/** The first region that the form says, of a place or an address: where the matter is. */
async function regionOf({ record, version, answers }: FactSource): Promise<string | null> {
  const given = await answers();
  for (const { id, type } of listFields(getForm(version, record.formKey).definition as FormDefinition)) {
    const value = given[id];
    const region: unknown = type === 'region' ? value : type === 'address' && typeof value === 'object' && value !== null ? (value as { region?: unknown }).region : undefined;
    if (typeof region === 'string' && region !== '') return region;
  }
  return null;
}
