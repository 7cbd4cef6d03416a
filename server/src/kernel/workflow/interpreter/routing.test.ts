import { describe, expect, test } from 'vitest';
import { delegate, redirect, type Candidate } from './index.ts';
import { begin, Drive, finish, model, task } from './testing/drive.ts';

const process = model([begin, task('a', { name: '审查', step: 'review' }), task('b'), finish], 's > a > b > e');
const night: readonly Candidate[] = [{ post: 'night' }];
const present = (...roles: string[]) => ({ hasHandler: ({ role, post }: Candidate) => roles.includes(role ?? post ?? '') });

describe('分发：流程之外指定的办理人 (DEC-07)', () => {
  test('有人在岗就用指定的，问的时候说明流程本来的', () => {
    const asked: unknown[] = [];
    const drive = new Drive(process, {}, { ...present('clerk', 'night'), route: (opening) => { asked.push(opening); return opening.node === 'a' ? night : undefined; } });
    expect([...drive.open.values()]).toMatchObject([{ node: 'a', candidates: night }]);
    expect(asked).toMatchObject([{ node: 'a', name: '审查', step: 'review', candidates: [{ role: 'clerk' }], taskId: [...drive.open.keys()][0] }]);
    expect([...drive.complete('a').open.values()]).toMatchObject([{ node: 'b', candidates: [{ role: 'clerk' }] }]);
  });

  test('指定的没有人在岗就按流程；流程的没有人而指定的有，也不算无人办理', () => {
    expect([...new Drive(process, {}, { ...present('clerk'), route: () => night }).open.values()]).toMatchObject([{ candidates: [{ role: 'clerk' }] }]);
    const [only] = new Drive(process, {}, { ...present('night'), route: () => night }).open.values();
    expect([only?.candidates, only?.unhandled]).toEqual([night, undefined]);
    expect([...new Drive(process, {}, { ...present(), route: () => night }).open.values()]).toMatchObject([{ unhandled: true, candidates: [] }]);
  });

  test('改派：委托随之结束，新的办理人办完直接往下；没有人在岗的去向被拒绝', () => {
    const drive = new Drive(process, {}, present('clerk', 'night'));
    const taskId = drive.idOf('a');
    drive.take(delegate(process, drive.state, { taskId, to: 'u2', owner: 'u1', confirm: true }, drive.env));
    drive.take(redirect(process, drive.state, { taskId, candidates: night }, drive.env));
    expect(drive.last).toEqual([{ type: 'task-redirected', taskId, node: 'a', candidates: night }]);
    expect(drive.complete('a').at).toEqual(['b']);
    expect(redirect(process, drive.state, { taskId: drive.idOf('b'), candidates: [{ post: 'nobody' }] }, drive.env)).toMatchObject({ ok: false, refusal: { code: 'no-handler' } });
    expect(redirect(process, drive.state, { taskId: 'gone', candidates: night }, drive.env)).toMatchObject({ ok: false });
  });
});
