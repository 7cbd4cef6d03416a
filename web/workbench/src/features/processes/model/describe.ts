import { isActivity, isBoundary, isGateway, type CandidateRule, type ProcessModel, type ProcessNode, type SequenceFlow, type UserTaskNode } from '@tongban/bpmn-model';
import { text } from '../text.ts';

const words = text.compare;
const properties = text.properties;

/** A property of an element as people read it. */
export interface DescribedProperty {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  /** Id of the element that the value names. */
  readonly refers?: string;
}

export interface Described { readonly title: string; readonly properties: readonly DescribedProperty[] }

type Names = (kind: 'post' | 'role' | 'organisation', code: string) => string;

function property(key: string, name: string, value: string | undefined, refers?: string): DescribedProperty[] {
  return value === undefined || value === '' ? [] : [{ key, name, value, ...(refers === undefined ? {} : { refers }) }];
}

const yes = (on: boolean | undefined): string | undefined => (on === true ? words.yes : undefined);

/** What a node is called: its name, or what it is. */
export function titleOf({ kind, name, id }: Pick<ProcessNode, 'kind' | 'name' | 'id'>): string {
  return name !== undefined && name.trim() !== '' ? name : text.outline.unnamed(words.kinds[kind], id);
}

/** Everything that is written of a node, in words. */
export function describeNode(node: ProcessNode, names: Names): Described {
  return {
    title: titleOf(node),
    properties: [
      ...property('kind', properties.type, words.kinds[node.kind]), ...property('name', properties.name, node.name), ...property('scope', words.inside, node.scope, node.scope),
      ...ownProperties(node, names),
    ],
  };
}

function ownProperties(node: ProcessNode, names: Names): DescribedProperty[] {
  if (isGateway(node)) return property('default', properties.default, node.default, node.default);
  if (isBoundary(node)) return [...property('host', words.host, node.host, node.host), ...property('interrupting', properties.interrupting, yes(node.interrupting)), ...eventProperties(node)];
  switch (node.kind) {
    case 'end': return property('terminate', words.terminate, yes(node.terminate));
    case 'timer': case 'message': return eventProperties(node);
    case 'user-task': return [
      ...property('step', properties.step, properties.steps[node.step]), ...property('candidates', properties.candidates, node.candidates.map((one) => describeCandidate(one, names)).join('；')),
      ...property('limit', properties.limit, node.limitWorkingDays), ...property('noHandler', properties.noHandler, properties.noHandlers[node.noHandler]), ...property('form', text.step.formKey, node.form),
      ...stepProperties(node),
      ...property('review', properties.reviewOrganisation, node.reviewOrganisation && describeOrganisation(node.reviewOrganisation, names)), ...multiProperties(node),
    ];
    case 'service-task': return [...property('handler', properties.handler, node.handler), ...property('waiting', properties.waiting, yes(node.waiting)), ...multiProperties(node)];
    case 'call-activity': return [...property('process', properties.called, node.process), ...multiProperties(node)];
    case 'sub-process': return multiProperties(node);
    default: return [];
  }
}

/** What a step does beside being done; each notice and rule is a line of its own, so that a comparison names the one that differs. */
function stepProperties({ fields = [], notices = [], rules = [] }: UserTaskNode): DescribedProperty[] {
  const words_ = text.step;
  return [
    ...property('fields', words_.fieldAccess, fields.map(({ field, access }) => words_.access(field, words_.accesses[access])).join('；')),
    ...notices.flatMap(({ on, to, message, channel, note = '' }, index) => property(`notice${index}`, words_.notice(index + 1), words_.noticeIs(words_.moments[on], words_.recipients[to], message, channel === 'sms' ? words_.sms : '', note))),
    ...rules.flatMap(({ on, effect, ruleSet, decision, value, message, inputs }, index) => property(`rule${index}`, words_.rule(index + 1),
      [words_.ruleIs(words_.kinds[`${on} ${effect}` as keyof typeof words_.kinds], ruleSet, decision, value), message === undefined ? '' : words_.ruleSays(message), inputs === undefined ? '' : words_.ruleInputs(inputs)].join(''))),
  ];
}

function eventProperties(node: ProcessNode): DescribedProperty[] {
  if ('timer' in node) return property('timer', words.timer, node.timer.type === 'working-days' ? words.workingDays(node.timer.value) : node.timer.value);
  if ('message' in node) return [...property('message', words.message, node.message), ...property('correlation', words.correlation, node.correlationKey)];
  return [];
}

function multiProperties(node: ProcessNode): DescribedProperty[] {
  if (!isActivity(node) || node.multi === undefined) return [];
  const { collection, elementVariable, sequential, completionCondition, outputElement, outputCollection } = node.multi;
  return [
    ...property('collection', properties.collection, collection), ...property('element', properties.elementVariable, elementVariable), ...property('sequential', properties.sequential, yes(sequential)),
    ...property('completion', properties.completion, completionCondition), ...property('output', words.output, outputElement), ...property('outputs', words.outputs, outputCollection),
  ];
}

function describeOrganisation(value: string, names: Names): string {
  const usual: Readonly<Record<string, string>> = properties.organisations;
  return usual[value] ?? (value.startsWith('=') ? value : names('organisation', value));
}

/** Who may handle a step, one alternative: 受理部门（办件的）· 窗口受理岗. */
function describeCandidate({ post, role, organisation, person, expression }: CandidateRule, names: Names): string {
  if (expression !== undefined) return `=${expression}`;
  return [organisation && describeOrganisation(organisation, names), post && names('post', post), role && names('role', role), person].filter((part) => part !== undefined && part !== '').join(' · ');
}

/** Everything that is written of a flow, in words. */
export function describeFlow({ id, name, from, to, condition }: SequenceFlow, { nodes }: ProcessModel): Described {
  const end = (of: string): string => { const node = nodes.find((one) => one.id === of); return node === undefined ? of : titleOf(node); };
  const isDefault = nodes.some((node) => isGateway(node) && node.default === id);
  return {
    title: text.outline.flow(end(from), end(to)),
    properties: [
      ...property('name', properties.name, name), ...property('from', properties.from, end(from), from), ...property('to', properties.to, end(to), to),
      ...property('condition', properties.condition, condition), ...property('default', properties.default, yes(isDefault)),
    ],
  };
}
