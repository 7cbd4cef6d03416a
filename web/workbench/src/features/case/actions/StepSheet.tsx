import { completeCustomStep } from '@tongban/server/src/modules/cases/steps.contract.ts';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { ownTask, type ActionProps } from './action-context.ts';
import { ActionDrawer } from './ActionDrawer.tsx';
import { Writing } from './Writing.tsx';

const words = text.stepForm;

/** Ends a step that is neither acceptance, review, decision nor delivery, with an opinion. */
export function StepSheet({ view, onClose, onRefresh, onDone }: ActionProps) {
  const task = ownTask(view, 'custom');
  const [opinion, setOpinion, forget] = useTyped(`case.${view.id}.step.${task?.taskId ?? ''}`, '');
  const { run, busy, problem } = useAction(completeCustomStep);
  const missing = useMissing({ 'step-opinion': opinion.trim().length < 2 && sharedText.missing.atLeast(words.opinion, 2) });
  return (
    <ActionDrawer
      title={words.title(task?.name ?? '')} confirm={words.confirm} busy={busy} problem={problem} onClose={onClose} onRefresh={onRefresh}
      onConfirm={() => {
        if (!missing.check() || task === undefined) return;
        void run({ params: { caseId: view.id, taskId: task.taskId }, body: { opinion: opinion.trim() } }, () => {
          forget();
          onDone({ caseId: view.id, number: view.number, status: view.status, version: view.version + 1, noticeId: null }, text.done.step);
        });
      }}
    >
      <Writing id="step-opinion" label={words.opinion} value={opinion} lack={missing.of('step-opinion')} onChange={setOpinion} />
    </ActionDrawer>
  );
}
