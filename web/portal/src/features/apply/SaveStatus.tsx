import { Button, Dialog } from '@tongban/ui';
import { Check, CloudOff, RefreshCw } from 'lucide-react';
import { formatTime } from '../../shared/format/dates.ts';
import type { DraftHandle } from './draft/useDraft.ts';
import { text } from './text.ts';

/** Where the content is safe now; announced politely, so that typing is not interrupted. */
export function SaveStatus({ draft }: { draft: DraftHandle }) {
  const { state, savedAt } = draft;
  const Icon = state === 'saved' ? Check : state === 'saving' || state === 'waiting' ? RefreshCw : CloudOff;
  const words = state === 'saved' ? text.saving.saved(formatTime(savedAt)) : text.saving[state];
  return (
    <>
      <p className="save-status" data-state={state} role="status"><Icon size={18} aria-hidden="true" />{words}</p>
      <Dialog
        open={state === 'conflict'} title={text.conflict.title} onClose={() => undefined} modalOnly
        footer={(
          <>
            <Button onClick={() => void draft.takeTheirs()}>{text.conflict.theirs}</Button>
            <Button variant="primary" onClick={() => void draft.keepMine()}>{text.conflict.mine}</Button>
          </>
        )}
      >
        <p>{text.conflict.lead}</p>
      </Dialog>
    </>
  );
}
