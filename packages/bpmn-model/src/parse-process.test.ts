import { describe, expect, test } from 'vitest';
import { parseProcess } from './index.ts';

const task = (id: string, attributes = '', content = '<bpmn:extensionElements><tongban:candidate role="reviewer"/></bpmn:extensionElements>') =>
  `<bpmn:userTask id="${id}" ${attributes}>${content}</bpmn:userTask>`;
const flow = (id: string, from: string, to: string, condition?: string) =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${
    condition === undefined ? '' : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`;
const definitions = (content: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:tongban="urn:tongban:bpmn:1" id="d" targetNamespace="urn:test">${content}</bpmn:definitions>`;
const process = (content: string) => definitions(`<bpmn:message id="m" name="已缴费"/><bpmn:process id="p" name="审批" isExecutable="true">${content}</bpmn:process>`);
const straight = (middle: string, id = 't') =>
  process(`<bpmn:startEvent id="s"/>${middle}<bpmn:endEvent id="e"/>${flow('f1', 's', id)}${flow('f2', id, 'e')}`);

async function codesOf(xml: string, options = {}): Promise<string[]> {
  const result = await parseProcess(xml, options);
  return result.ok ? [] : result.problems.map((problem) => (problem.element === undefined ? problem.code : `${problem.code}@${problem.element}`));
}

async function nodeOf(xml: string, id: string): Promise<unknown> {
  const result = await parseProcess(xml);
  return result.ok ? result.process.nodes.find((node) => node.id === id) : result.problems;
}

describe('读取 (WFL-01)', () => {
  test('用户任务的办理人、环节、时限、无人办理规则', async () => {
    const xml = straight(
      task(
        't',
        'name="部门审查" tongban:step="review" tongban:limitWorkingDays="3" tongban:noHandler="refuse" tongban:reviewOrganisation="=department" tongban:form="opinion"',
        `<bpmn:extensionElements><tongban:candidate post="reviewer" organisation="=department"/><tongban:candidate expression="=experts"/></bpmn:extensionElements>`,
      ),
    );
    expect(await nodeOf(xml, 't')).toEqual({
      id: 't',
      name: '部门审查',
      kind: 'user-task',
      step: 'review',
      candidates: [{ post: 'reviewer', organisation: '=department' }, { expression: 'experts' }],
      noHandler: 'refuse',
      limitWorkingDays: '3',
      reviewOrganisation: '=department',
      form: 'opinion',
    });
  });

  test('会签:集合、变量、完成条件', async () => {
    const loop = `<bpmn:extensionElements><tongban:candidate organisation="=unit"/></bpmn:extensionElements>
      <bpmn:multiInstanceLoopCharacteristics isSequential="true" tongban:collection="=units" tongban:elementVariable="unit"
        tongban:outputElement="=agreed" tongban:outputCollection="votes">
        <bpmn:completionCondition xsi:type="bpmn:tFormalExpression">list contains(votes, false)</bpmn:completionCondition>
      </bpmn:multiInstanceLoopCharacteristics>`;
    expect(await nodeOf(straight(task('t', '', loop)), 't')).toMatchObject({
      multi: {
        sequential: true,
        collection: 'units',
        elementVariable: 'unit',
        outputElement: 'agreed',
        outputCollection: 'votes',
        completionCondition: 'list contains(votes, false)',
      },
    });
  });

  test('会签次数可用标准的 loopCardinality', async () => {
    const loop = `<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>`;
    const content = `<bpmn:extensionElements><tongban:candidate role="r"/></bpmn:extensionElements>${loop}`;
    expect(await nodeOf(straight(task('t', '', content)), 't')).toMatchObject({ multi: { collection: '3' } });
  });

  test('子流程展开并记下所在范围', async () => {
    const inner = `<bpmn:subProcess id="sub"><bpmn:startEvent id="is"/>${task('it')}<bpmn:endEvent id="ie"><bpmn:terminateEventDefinition/></bpmn:endEvent>${flow('i1', 'is', 'it')}${flow('i2', 'it', 'ie')}</bpmn:subProcess>`;
    const xml = straight(inner, 'sub');
    expect(await nodeOf(xml, 'it')).toMatchObject({ scope: 'sub' });
    expect(await nodeOf(xml, 'ie')).toEqual({ id: 'ie', scope: 'sub', kind: 'end', terminate: true });
  });

  test.each([
    ['定时时长', `<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P2DT3H</bpmn:timeDuration></bpmn:timerEventDefinition>`, { kind: 'timer', timer: { type: 'duration', value: 'P2DT3H' } }],
    ['定时时刻', `<bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">2026-12-01T09:00:00+08:00</bpmn:timeDate></bpmn:timerEventDefinition>`, { kind: 'timer', timer: { type: 'date', value: '2026-12-01T09:00:00+08:00' } }],
    ['工作日', `<bpmn:timerEventDefinition tongban:workingDays="5"/>`, { kind: 'timer', timer: { type: 'working-days', value: '5' } }],
    ['表达式', `<bpmn:timerEventDefinition tongban:workingDays="=limit"/>`, { kind: 'timer', timer: { type: 'working-days', value: '=limit' } }],
    ['消息', `<bpmn:messageEventDefinition messageRef="m" tongban:correlationKey="=orderNumber"/>`, { kind: 'message', message: '已缴费', correlationKey: 'orderNumber' }],
  ])('中间事件:%s', async (_, definition, expected) => {
    expect(await nodeOf(straight(`<bpmn:intermediateCatchEvent id="t">${definition}</bpmn:intermediateCatchEvent>`), 't')).toMatchObject(expected);
  });

  test('边界事件:中断、不中断、重复', async () => {
    const boundary = (id: string, attributes: string, definition: string) =>
      `<bpmn:boundaryEvent id="${id}" attachedToRef="t" ${attributes}>${definition}</bpmn:boundaryEvent>${flow(`f_${id}`, id, 'e')}`;
    const xml = straight(
      task('t') +
        boundary('b1', '', `<bpmn:messageEventDefinition messageRef="m"/>`) +
        boundary('b2', 'cancelActivity="false"', `<bpmn:timerEventDefinition><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R3/PT12H</bpmn:timeCycle></bpmn:timerEventDefinition>`),
    );
    expect(await nodeOf(xml, 'b1')).toEqual({ id: 'b1', kind: 'boundary-message', host: 't', interrupting: true, message: '已缴费' });
    expect(await nodeOf(xml, 'b2')).toEqual({ id: 'b2', kind: 'boundary-timer', host: 't', interrupting: false, timer: { type: 'cycle', value: 'R3/PT12H' } });
  });

  test('批注、数据对象、泳道、图形信息不影响执行', async () => {
    const xml = straight(`<bpmn:laneSet id="l"><bpmn:lane id="l1"><bpmn:flowNodeRef>t</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>${task('t')}<bpmn:dataObjectReference id="dr"/><bpmn:textAnnotation id="ta"><bpmn:text>说明</bpmn:text></bpmn:textAnnotation>`);
    expect(await codesOf(xml)).toEqual([]);
  });
});

describe('拒绝发布', () => {
  const exclusive = (attributes: string, ...flows: string[]) =>
    process(`<bpmn:startEvent id="s"/>${flow('f0', 's', 'g')}<bpmn:exclusiveGateway id="g" ${attributes}/>${task('a')}${task('b')}<bpmn:endEvent id="e"/>${flow('f3', 'a', 'e')}${flow('f4', 'b', 'e')}${flows.join('')}`);
  const sub = (content: string) => straight(`<bpmn:subProcess id="t">${content}</bpmn:subProcess>`);
  const event = (definition: string) => straight(`<bpmn:intermediateCatchEvent id="t">${definition}</bpmn:intermediateCatchEvent>`);
  const cycleTimer = `<bpmn:timerEventDefinition><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>`;

  test.each<[string, string, string[]]>([
    ['不是 XML', '你好', ['invalid-xml']],
    ['标签不闭合', '<bpmn:definitions', ['invalid-xml']],
    ['不是 BPMN', '<a/>', ['invalid-xml']],
    ['没有流程', definitions(''), ['no-process']],
    ['两个流程', definitions('<bpmn:process id="a"/><bpmn:process id="b"/>'), ['several-processes']],
    ['脚本任务', straight('<bpmn:scriptTask id="t"/>'), ['unsupported-element@t']],
    ['未分类任务', straight('<bpmn:task id="t"/>'), ['unsupported-element@t']],
    ['事件网关', straight('<bpmn:eventBasedGateway id="t"/>'), ['unsupported-element@t']],
    ['信号事件', event('<bpmn:signalEventDefinition/>'), ['unsupported-element@t']],
    ['标准循环', straight(task('t', '', '<bpmn:extensionElements><tongban:candidate role="r"/></bpmn:extensionElements><bpmn:standardLoopCharacteristics/>')), ['unsupported-element@t']],
    ['标准里没有的元素', straight(`${task('t')}<bpmn:foo id="x"/>`), ['unsupported-element']],
    ['标识重复', straight(`${task('t')}${task('t')}`), ['duplicate-id']],
    ['连到不存在的节点', straight(`${task('t')}${flow('f9', 't', 'x')}`), ['unresolved-reference@f9', 'unresolved-reference@f9']],
    ['没有开始', process(`<bpmn:endEvent id="e"/>`), ['no-start@p', 'unreachable-node@e']],
    ['两个开始', straight(`${task('t')}<bpmn:startEvent id="s2"/>${flow('f9', 's2', 't')}`), ['several-starts@p']],
    ['孤立节点', straight(`${task('t')}${task('x')}`), ['unreachable-node@x', 'no-path-to-end@x']],
    ['走不到结束', process(`<bpmn:startEvent id="s"/>${task('t')}${flow('f1', 's', 't')}`), ['no-path-to-end@t']],
    ['转圈出不来，圈外的不重复说', process(`<bpmn:startEvent id="s"/>${task('t')}${task('u')}${flow('f1', 's', 't')}${flow('f2', 't', 'u')}${flow('f3', 'u', 't')}`), ['no-path-to-end@t', 'no-path-to-end@u']],
    ['结束后还有连线', straight(`${task('t')}${flow('f9', 'e', 't')}`), ['flow-out-of-end@e']],
    ['连回开始', straight(`${task('t')}${flow('f9', 't', 's')}`), ['flow-into-start@s', 'implicit-split@t']],
    ['任务直接分叉', straight(`${task('t')}<bpmn:endEvent id="e2"/>${flow('f9', 't', 'e2')}`), ['implicit-split@t']],
    ['全有条件而无默认', exclusive('', flow('f1', 'g', 'a', 'x'), flow('f2', 'g', 'b', 'y')), ['no-default-flow@g']],
    ['缺条件', exclusive('', flow('f1', 'g', 'a', 'x'), flow('f2', 'g', 'b')), ['missing-condition@g']],
    ['默认连线带条件', exclusive('default="f2"', flow('f1', 'g', 'a', 'x'), flow('f2', 'g', 'b', 'y')), ['default-with-condition@f2']],
    ['默认连线是别处的', exclusive('default="f3"', flow('f1', 'g', 'a', 'x'), flow('f2', 'g', 'b', 'y')), ['default-not-outgoing@g']],
    ['条件放错位置', process(`<bpmn:startEvent id="s"/>${task('t')}<bpmn:endEvent id="e"/>${flow('f1', 's', 't', 'x')}${flow('f2', 't', 'e')}`), ['condition-not-allowed@f1']],
    ['没有办理人', straight(task('t', '', '')), ['missing-candidates@t']],
    ['办理人为空', straight(task('t', '', '<bpmn:extensionElements><tongban:candidate/></bpmn:extensionElements>')), ['invalid-candidate@t']],
    ['环节写错', straight(task('t', 'tongban:step="audit"')), ['invalid-attribute@t']],
    ['时限不是工作日数', straight(task('t', 'tongban:limitWorkingDays="-1"')), ['invalid-attribute@t']],
    ['无人办理规则写错', straight(task('t', 'tongban:noHandler="ignore"')), ['invalid-attribute@t']],
    ['服务任务无处理程序', straight('<bpmn:serviceTask id="t"/>'), ['missing-handler@t']],
    ['调用活动无目标', straight('<bpmn:callActivity id="t"/>'), ['missing-called-process@t']],
    ['会签无集合', straight(task('t', '', '<bpmn:extensionElements><tongban:candidate role="r"/></bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics/>')), ['missing-collection@t']],
    ['消息无名称', event('<bpmn:messageEventDefinition/>'), ['missing-message@t']],
    ['定时无时间', event('<bpmn:timerEventDefinition/>'), ['invalid-timer@t']],
    ['时长写错', event('<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">3天</bpmn:timeDuration></bpmn:timerEventDefinition>'), ['invalid-timer@t']],
    ['日期不存在', event('<bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">2026-13-01</bpmn:timeDate></bpmn:timerEventDefinition>'), ['invalid-timer@t']],
    ['中间定时重复', event(cycleTimer), ['timer-cycle-not-allowed@t']],
    ['事件子流程', straight(`<bpmn:subProcess id="t" triggeredByEvent="true"><bpmn:startEvent id="is"/><bpmn:endEvent id="ie"/>${flow('i', 'is', 'ie')}</bpmn:subProcess>`), ['unsupported-element@t']],
    ['空子流程', sub(''), ['no-start@t']],
    ['连线穿过子流程', sub(`<bpmn:startEvent id="is"/><bpmn:endEvent id="ie"/>${flow('i', 'is', 'ie')}${flow('x', 'is', 'e')}`), ['flow-crosses-scope@x', 'implicit-split@is']],
  ])('%s', async (_, xml, expected) => {
    expect(await codesOf(xml)).toEqual(expected);
  });

  test('只有自动环节的循环,含全自动的子流程', async () => {
    const loop = (body: string) =>
      process(`<bpmn:startEvent id="s"/>${flow('f1', 's', 'b')}${body}${flow('f2', 'b', 'g')}<bpmn:exclusiveGateway id="g" default="f4"/>${flow('f3', 'g', 'b', 'again')}${flow('f4', 'g', 'e')}<bpmn:endEvent id="e"/>`);
    const inner = (content: string) => `<bpmn:subProcess id="b"><bpmn:startEvent id="is"/>${content}<bpmn:endEvent id="ie"/></bpmn:subProcess>`;
    expect(await codesOf(loop('<bpmn:serviceTask id="b" tongban:handler="h"/>'))).toEqual(['endless-loop@b']);
    expect(await codesOf(loop(inner(flow('i1', 'is', 'ie'))))).toEqual(['endless-loop@b']);
    expect(await codesOf(loop(task('b', 'tongban:noHandler="skip"')))).toEqual(['endless-loop@b']);
    expect(await codesOf(loop(task('b')))).toEqual([]);
    expect(await codesOf(loop('<bpmn:serviceTask id="b" tongban:handler="h" tongban:mode="waiting"/>'))).toEqual([]);
    expect(await codesOf(loop(inner(`${flow('i1', 'is', 'it')}${task('it')}${flow('i2', 'it', 'ie')}`)))).toEqual([]);
  });

  test('表达式与处理程序由调用方校验', async () => {
    const options = { checkExpression: (expression: string) => (expression.includes('(') ? '缺少括号' : undefined), handlers: new Set(['known']) };
    expect(await codesOf(exclusive('default="f2"', flow('f1', 'g', 'a', '= count(x'), flow('f2', 'g', 'b')), options)).toEqual(['invalid-expression@f1']);
    expect(await codesOf(straight('<bpmn:serviceTask id="t" tongban:handler="other"/>'), options)).toEqual(['unknown-handler@t']);
  });

  test('提示写明元素名称和处理办法', async () => {
    const result = await parseProcess(straight('<bpmn:scriptTask id="t" name="算分"/>'));
    expect(result).toEqual({
      ok: false, name: '审批',
      problems: [{ code: 'unsupported-element', element: 't', message: '「算分」用了暂不支持的元素「脚本任务 bpmn:ScriptTask」，请换成受支持的元素' }],
    });
  });

  test('超大文件不解析', async () => {
    expect(await codesOf(' '.repeat(2_000_001))).toEqual(['too-large']);
  });
});
