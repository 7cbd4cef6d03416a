import { findExpression, type ProcessModel, type StepNotice, type StepRule, type UserTaskNode } from '@tongban/bpmn-model';
import type { AccessTables } from '../../access/tables.ts';
import { chinaDate } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { MessagingTables } from '../../messaging/tables.ts';
import type { OrganizationTables } from '../../organization/tables.ts';
import { listResults } from '../../rules/rule-results.ts';
import type { RulesTables } from '../../rules/tables.ts';
import { stepMessageFields, type ProcessProblem } from '../definition.contract.ts';
import { processChecksOf } from '../process-check.ts';

/** What the steps of a process name that is kept elsewhere. */
interface Named { posts: string[]; roles: string[]; organisations: string[]; people: string[]; messages: string[]; ruleSets: string[] }

interface Known {
  posts: ReadonlySet<string>;
  roles: ReadonlySet<string>;
  organisations: ReadonlyMap<string, { name: string; ended: boolean }>;
  people: ReadonlyMap<string, { name: string; ended: boolean }>;
  messages: ReadonlyMap<string, { name: string; variables: readonly string[]; staff: boolean; sms: boolean }>;
  /** Rule set → decisions of the version in force. */
  ruleSets: ReadonlyMap<string, ReadonlySet<string>>;
}

const isTask = (node: ProcessModel['nodes'][number]): node is UserTaskNode => node.kind === 'user-task';

/**
 * What the steps of a process name and is not there, or cannot be used so: posts, roles, organisations and persons, message
 * templates, rule sets, and what modules know (forms and their fields); each says where and how to mend it (WFL-01).
 */
export async function checkReferences(ctx: Context, key: string, model: ProcessModel): Promise<ProcessProblem[]> {
  const tasks = model.nodes.filter(isTask);
  const known = await readKnown(ctx, namesIn(tasks));
  const more = await Promise.all(processChecksOf(ctx.kernel).map((check) => check(ctx, key, model)));
  return [...tasks.flatMap((task) => [...checkCandidates(task, known), ...checkNotices(task, known), ...checkRules(task, known)]), ...more.flat()];
}

function namesIn(tasks: readonly UserTaskNode[]): Named {
  const of = (part: 'post' | 'role' | 'organisation' | 'person'): string[] =>
    tasks.flatMap(({ candidates }) => candidates.flatMap((rule) => { const value = rule[part]; return value === undefined || findExpression(value) !== undefined ? [] : [value]; }));
  return {
    posts: of('post'), roles: of('role'), organisations: of('organisation'), people: of('person'),
    messages: tasks.flatMap(({ notices = [] }) => notices.map(({ message }) => message)), ruleSets: tasks.flatMap(({ rules = [] }) => rules.map(({ ruleSet }) => ruleSet)),
  };
}

async function some<T>(names: readonly string[], read: (names: string[]) => Promise<T[]>): Promise<T[]> {
  return names.length === 0 ? [] : read([...new Set(names)]);
}

async function readKnown(ctx: Context, named: Named): Promise<Known> {
  const tables = tablesOf<OrganizationTables & AccessTables & MessagingTables & RulesTables>(ctx.kernel.db);
  const today = chinaDate(ctx.kernel.clock.now());
  const ids = (values: readonly string[]): string[] => values.filter((value) => /^[0-9a-f-]{36}$/i.test(value));
  const [posts, roles, organisations, people, messages, ruleSets] = await Promise.all([
    some(named.posts, (codes) => tables.selectFrom('organization.post').select('code').where('code', 'in', codes).execute()),
    some(named.roles, (codes) => tables.selectFrom('access.role').select('code').where('code', 'in', codes).execute()),
    some(ids(named.organisations), (values) => tables.selectFrom('organization.organization').select(['id', 'name', 'validTo']).where('id', 'in', values).execute()),
    some(ids(named.people), (values) => tables.selectFrom('organization.staff').select(['id', 'name', 'validTo']).where('id', 'in', values).execute()),
    some(named.messages, (keys) => tables.selectFrom('messaging.template').select(['key', 'name', 'variables', 'topic', 'sms']).where('key', 'in', keys).execute()),
    some(named.ruleSets, (codes) => tables.selectFrom('rules.ruleSet as s').innerJoin('rules.version as v', 'v.ruleSetId', 's.id').select(['s.code', 'v.content']).where('v.state', '=', 'published').where('s.code', 'in', codes).execute()),
  ]);
  const byId = (rows: readonly { id: string; name: string; validTo: string | null }[]) => new Map(rows.map(({ id, name, validTo }) => [id, { name, ended: validTo !== null && validTo <= today }]));
  return {
    posts: new Set(posts.map(({ code }) => code)), roles: new Set(roles.map(({ code }) => code)), organisations: byId(organisations), people: byId(people),
    messages: new Map(messages.map(({ key, name, variables, topic, sms }) => [key, { name, variables, staff: topic === 'work', sms: sms !== null }])),
    ruleSets: new Map(ruleSets.map(({ code, content }) => [code, new Set(listResults(content).map(({ name }) => name))])),
  };
}

const found = ({ id, name }: UserTaskNode, code: string, message: string): ProcessProblem => ({ code, element: id, message: `「${name ?? id}」${message}` });

function checkCandidates(task: UserTaskNode, known: Known): ProcessProblem[] {
  return task.candidates.flatMap(({ post, role, organisation, person }) => {
    const fixed = (value: string | undefined): value is string => value !== undefined && findExpression(value) === undefined;
    const [office, officer] = [fixed(organisation) ? known.organisations.get(organisation) : undefined, fixed(person) ? known.people.get(person) : undefined];
    return [
      ...(fixed(post) && !known.posts.has(post) ? [found(task, 'unknown-post', `的办理人用了岗位“${post}”，岗位表里没有它。请在“办理人”里改选现有的岗位。`)] : []),
      ...(fixed(role) && !known.roles.has(role) ? [found(task, 'unknown-role', `的办理人用了角色“${role}”，没有这个角色。请在“办理人”里改选。`)] : []),
      ...(fixed(organisation) && office?.ended !== false ? [found(task, 'unknown-organisation', `的办理人指定的机构${office === undefined ? '不存在' : `“${office.name}”已经撤销`}。请在“办理人”里改选机构。`)] : []),
      ...(fixed(person) && officer?.ended !== false ? [found(task, 'unknown-person', `的办理人指定的人员${officer === undefined ? '不存在' : `“${officer.name}”已经离岗`}。请在“办理人”里改选。`)] : []),
    ];
  });
}

function checkNotices(task: UserTaskNode, known: Known): ProcessProblem[] {
  return (task.notices ?? []).flatMap((notice) => checkNotice(task, notice, known.messages.get(notice.message)));
}

function checkNotice(task: UserTaskNode, { message, to, channel, note }: StepNotice, template: ReturnType<Known['messages']['get']>): ProcessProblem[] {
  if (template === undefined) return [found(task, 'unknown-message', `的通知用了消息模板“${message}”，没有这个模板。请在“通知”里改选。`)];
  const strange = template.variables.filter((name) => !(name in stepMessageFields));
  if (strange.length > 0) return [found(task, 'message-unfit', `的通知用的消息模板“${template.name}”要填环节给不出的内容，不能用在环节上。请在“通知”里改选。`)];
  if (template.staff !== (to !== 'applicant')) return [found(task, 'message-audience', `的通知用的消息模板“${template.name}”是给${template.staff ? '工作人员' : '申请人'}的，与收件人不符。请改选模板或收件人。`)];
  if (channel === 'sms' && !template.sms) return [found(task, 'message-channel', `的通知选了短信，但消息模板“${template.name}”没有短信内容。请改为站内信，或先在消息模板里写短信。`)];
  return note !== undefined && !template.variables.includes('note') ? [found(task, 'message-note', `的通知写了附言，但消息模板“${template.name}”里没有附言的位置。请改选“环节通知”一类的模板，或删去附言。`)] : [];
}

function checkRules(task: UserTaskNode, known: Known): ProcessProblem[] {
  return (task.rules ?? []).flatMap(({ ruleSet, decision }: StepRule) => {
    const decisions = known.ruleSets.get(ruleSet);
    if (decisions === undefined) return [found(task, 'unknown-rule-set', `用了规则集“${ruleSet}”，它不存在或还没有发布。请在“规则”里改选，或先发布它。`)];
    return decisions.has(decision) ? [] : [found(task, 'unknown-decision', `用了规则集“${ruleSet}”的决策“${decision}”，现行版本里没有它。请在“规则”里改选：${[...decisions].map((name) => `“${name}”`).join('、')}。`)];
  });
}
