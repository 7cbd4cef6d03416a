import { reviewBundleVersion, type BundleVersionView } from '@tongban/server/src/modules/bundles/contract.ts';
import { App, Button, Input, Modal } from 'antd';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';

const words = text.review;

/** Decides the reader's step: passes a version on, or publishes it when it is the last, or gives it back, with an opinion. */
export function ReviewDialog({ version, onClose }: { version: BundleVersionView; onClose: () => void }) {
  const [opinion, setOpinion, forget] = useTyped(`bundle.${version.versionId}.review`, words.approveDefault);
  const review = useAction(reviewBundleVersion);
  const refresh = useRefresh();
  const { message } = App.useApp();
  const step = version.review?.tasks.find(({ mine }) => mine)?.name;
  const warnings = version.findings.filter(({ severity }) => severity === 'warning').length;
  const missing = useMissing({ 'bundle-opinion': opinion.trim() === '' && sharedText.missing.write(words.opinion) });
  const decide = (decision: 'approve' | 'return') => {
    if (!missing.check()) return;
    void review.run({ params: { versionId: version.versionId }, body: { revision: version.revision, decision, opinion: opinion.trim() } }, ({ state }) => {
      forget();
      void message.success(decision === 'return' ? words.done.return : state === 'published' ? words.done.published : words.done.passedOn);
      refresh();
      onClose();
    });
  };
  return (
    <Modal
      open title={step === undefined ? words.title : words.step(step)} onCancel={onClose} width={480}
      footer={[
        <Button key="return" danger disabled={review.busy} onClick={() => decide('return')}>{words.return}</Button>,
        <Button key="approve" type="primary" loading={review.busy} onClick={() => decide('approve')}>{words.approve}</Button>,
      ]}
    >
      <div className="bundle-dialog">
        <ProblemAlert problem={review.problem} onRefresh={() => { refresh(); onClose(); }} />
        <p className="muted">{words.lead}</p>
        {warnings > 0 || version.openComments > 0 ? <p>{[warnings > 0 ? words.warnings(warnings) : '', version.openComments > 0 ? words.openComments(version.openComments) : ''].join('')}</p> : null}
        <label htmlFor="bundle-opinion">{words.opinion}</label>
        <Input.TextArea id="bundle-opinion" rows={4} maxLength={1000} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
        <Lack text={missing.of('bundle-opinion')} />
      </div>
    </Modal>
  );
}
