import type { StaffActor } from '../../access/index.ts';
import type { Context, Kernel } from '../../context.ts';
import { systemContext } from '../../context.ts';
import { systemActor } from '../../access/index.ts';
import { commit } from '../../commit.ts';
import { createId, WriteBatch, type Database } from '../../db/index.ts';
import { publishDefinition } from '../index.ts';

/** Officers and departments that the tests of the workflow need, as rows and as the actors they sign in as. */
export interface Office {
  planning: string;
  fire: string;
  clerk: StaffActor;
  planner: StaffActor;
  otherPlanner: StaffActor;
  fireReviewer: StaffActor;
  leader: StaffActor;
}

/** Fills a database with a city government, two departments, and one officer for each part. */
export async function createOffice(db: Database): Promise<Office> {
  const [city, planning, fire] = [createId(), createId(), createId()];
  const organization = async (id: string, name: string, path: string, parent: string | null): Promise<void> => {
    await db.pool.query(
      `INSERT INTO organization.organization (id, parent_id, path, name, kind, region_code, valid_from) VALUES ($1, $2, $3, $4, 'department', '511600000000', '2020-01-01')`,
      [id, parent, path, name],
    );
  };
  await organization(city, '广安市', `/${city}/`, null);
  await organization(planning, '广安市自然资源和规划局', `/${city}/${planning}/`, city);
  await organization(fire, '广安市消防救援支队', `/${city}/${fire}/`, city);
  const staff = async (name: string, organizationId: string, organizationName: string, postCode: string, roleCodes: readonly string[] = []): Promise<StaffActor> => {
    const id = createId();
    const organizationPath = organizationId === city ? `/${city}/` : `/${city}/${organizationId}/`;
    await db.pool.query(`INSERT INTO organization.staff (id, name, organization_id, valid_from) VALUES ($1, $2, $3, '2020-01-01')`, [id, name, organizationId]);
    await db.pool.query(
      `INSERT INTO organization.staff_post (id, staff_id, organization_id, post_code, valid_from) VALUES ($1, $2, $3, $4, '2020-01-01')`, [createId(), id, organizationId, postCode],
    );
    return {
      kind: 'staff', id, name, sessionId: createId(), organizationId, organizationName, organizationPath, regionCode: '511600000000', postCodes: [postCode], roleCodes,
      permissions: new Map([['workflow.inbox.view', { kind: 'own' }], ['workflow.task.handle', { kind: 'own' }]]),
    };
  };
  return {
    planning, fire,
    clerk: await staff('王敏', city, '广安市', 'window'),
    planner: await staff('李·买买提', planning, '广安市自然资源和规划局', 'preliminary-review'),
    otherPlanner: await staff('𠮷田', planning, '广安市自然资源和规划局', 'preliminary-review'),
    fireReviewer: await staff('赵强', fire, '广安市消防救援支队', 'preliminary-review'),
    leader: await staff('孙丽', city, '广安市', 'decision', ['hall-leader']),
  };
}

/** The context of an officer's request, or of the platform itself. */
export function contextOf(kernel: Kernel, actor?: StaffActor): Context {
  const context = systemContext(kernel, systemActor('test'), createId());
  return actor === undefined ? context : { ...context, actor };
}

/** Publishes a process of the given content (BPMN elements inside `bpmn:process`); flows are written `a > b > c`. */
export async function publish(kernel: Kernel, key: string, nodes: string, ...lines: readonly string[]): Promise<number> {
  const ctx = contextOf(kernel);
  const batch = new WriteBatch();
  const { version } = await publishDefinition(ctx, batch, { key, xml: processXml(key, nodes, lines) });
  await commit(ctx, batch);
  return version;
}

/** A user task of a post in an organisation (an expression with `=`). */
export function userTask(id: string, name: string, post: string, organisation?: string, attributes = ''): string {
  const where = organisation === undefined ? '' : ` organisation="${organisation}"`;
  return `<bpmn:userTask id="${id}" name="${name}" ${attributes}><bpmn:extensionElements><tongban:candidate post="${post}"${where}/></bpmn:extensionElements></bpmn:userTask>`;
}

export function processXml(key: string, nodes: string, lines: readonly string[]): string {
  const flows = lines.flatMap((line) => {
    const [path = '', condition] = line.split(' if ');
    const stops = path.split(' > ');
    return stops.slice(1).map((to, at) => {
      const from = stops[at] ?? '';
      const body = condition !== undefined && at === stops.length - 2 ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>` : '';
      return `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${body}</bpmn:sequenceFlow>`;
    });
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:tongban="urn:tongban:bpmn:1" id="d" targetNamespace="urn:tongban">
<bpmn:process id="${key}" isExecutable="true"><bpmn:startEvent id="s"/>${nodes}<bpmn:endEvent id="e"/>${flows.join('')}</bpmn:process></bpmn:definitions>`;
}
