import { describe, expect, test } from 'vitest';
import { begin, Drive, finish, model, node, task } from './testing/drive.ts';

describe('状态大小', () => {
  test('十个节点、两个并行任务、各有边界定时，等待状态不超过 1 KB', () => {
    const timer = (host: string) => node('boundary-timer', `Event_${host}`, { host, interrupting: false, timer: { type: 'working-days', value: '3' } });
    const process = model(
      [begin, task('Activity_accept'), node('parallel', 'Gateway_fork', {}), task('Activity_planning'), task('Activity_fire'), node('parallel', 'Gateway_join', {}), task('Activity_decide'), timer('Activity_planning'), timer('Activity_fire'), finish],
      's > Activity_accept > Gateway_fork > Activity_planning > Gateway_join > Activity_decide > e',
      'Gateway_fork > Activity_fire > Gateway_join', 'Event_Activity_planning > e', 'Event_Activity_fire > e',
    );
    let ids = 0;
    const newId = () => `0193bd5e-7c1a-7000-8000-${String(++ids).padStart(12, '0')}`;
    const drive = new Drive(process, { organisation: '511600', situation: '新办' }, { newId }).complete('Activity_accept', { opinion: '材料齐全' });
    expect(drive.at).toEqual(['Activity_fire', 'Activity_planning']);
    expect(Buffer.byteLength(JSON.stringify(drive.state))).toBeLessThanOrEqual(1024);
  });
});
