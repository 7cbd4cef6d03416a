import type { Problem } from '@tongban/contract-kit';
import type { ReviewDecision } from '@tongban/server/src/kernel/reviews/contract.ts';
import { Button, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { Lack } from '../form/Lack.tsx';
import { useMissing } from '../form/use-missing.ts';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import { useTyped } from '../typed/use-typed.ts';
import './review.css';

const words = text.review;

interface ReviewDialogProps {
  /** Under which this tab keeps the opinion. */
  kept: string;
  title?: string;
  /** What the opinion says to begin with. */
  usual: string;
  /** What approving is called where it is not the last word. */
  approve?: string;
  action: { readonly busy: boolean; readonly problem: Problem | undefined };
  /** Sends the decision; `forget` once it was taken. */
  onDecide: (decision: ReviewDecision, opinion: string, forget: () => void) => void;
  onRefresh?: () => void;
  onClose: () => void;
  /** What the reader should know before deciding. */
  children?: ReactNode;
  width?: number;
}

/** One reviewer's decision with an opinion: passes what is reviewed on, or gives it back (CAT-03). */
export function ReviewDialog({ kept, title = words.title, usual, approve = words.approve, action: { busy, problem }, onDecide, onRefresh, onClose, children, width = 480 }: ReviewDialogProps) {
  const [opinion, setOpinion, forget] = useTyped(kept, usual);
  const missing = useMissing({ 'review-opinion': opinion.trim() === '' && text.missing.write(words.opinion) });
  const decide = (decision: ReviewDecision) => { if (missing.check()) onDecide(decision, opinion.trim(), forget); };
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      width={width}
      footer={[
        <Button key="return" danger disabled={busy} onClick={() => decide('return')}>{words.return}</Button>,
        <Button key="approve" type="primary" loading={busy} onClick={() => decide('approve')}>{approve}</Button>,
      ]}
    >
      <div className="review-dialog">
        <ProblemAlert problem={problem} {...(onRefresh ? { onRefresh } : {})} />
        {children}
        <label htmlFor="review-opinion">{words.opinion}</label>
        <Input.TextArea id="review-opinion" rows={4} maxLength={1000} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
        <Lack text={missing.of('review-opinion')} />
      </div>
    </Modal>
  );
}
