import type { RowResult } from '@tongban/server/src/modules/directory/claim.contract.ts';
import { App } from 'antd';
import { text } from '../text.ts';

const words = text.claims;

type Result = Pick<RowResult, 'ok' | 'problem'>;

/** Tells how a batch ended: how many were done, and of each other one why it was not. */
export function useOutcome(): (results: readonly Result[], names: readonly string[], told: (count: number) => string) => void {
  const { message, modal } = App.useApp();
  return (results, names, told) => {
    const failed = results.flatMap(({ ok, problem }, index) => (ok || !problem ? [] : [{ name: names[index] ?? '', problem }]));
    const done = results.length - failed.length;
    if (done > 0) void message.success(told(done));
    if (failed.length === 0) return;
    void modal.warning({
      title: words.failedTitle(failed.length), okText: words.close, width: 560,
      content: (
        <ul className="outcome">
          {failed.map(({ name, problem }) => (
            <li key={name + problem.code}>
              <b>{name}</b>
              <span className="small">{problem.title}{problem.detail ? `。${problem.detail}` : ''}</span>
            </li>
          ))}
        </ul>
      ),
    });
  };
}
