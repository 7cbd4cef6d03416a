import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import type { Kept } from './kept.ts';

/** What became of saving a draft, where that needs somebody: a conflict, a failure, what others wrote meanwhile, or that it may only be read. */
export function KeeperAlerts({ keeper, conflict, readOnly }: { keeper: Kept; conflict: ReactNode; readOnly: string | undefined }) {
  return (
    <>
      {keeper.state === 'conflict' ? conflict : null}
      {keeper.state === 'failed' ? <ProblemAlert problem={keeper.problem} /> : null}
      {keeper.mergedFrom === undefined ? null : <Alert type="info" showIcon closable title={text.versions.merged(keeper.mergedFrom)} />}
      {keeper.state === 'closed' && readOnly !== undefined ? <Alert type="info" showIcon title={readOnly} /> : null}
    </>
  );
}
