import { reviewBundleVersion, type BundleVersionView } from '@tongban/server/src/modules/bundles/contract.ts';
import { App, Button, Input, Modal } from 'antd';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';

const words = text.review;

/** Publishes a version, or gives it back, with an opinion. */
export function ReviewDialog({ version, onClose }: { version: BundleVersionView; onClose: () => void }) {
  const [opinion, setOpinion, forget] = useTyped(`bundle.${version.versionId}.review`, words.approveDefault);
  const review = useAction(reviewBundleVersion);
  const refresh = useRefresh();
  const { message } = App.useApp();
  const warnings = version.findings.filter(({ severity }) => severity === 'warning').length;
  const decide = (decision: 'approve' | 'return') => {
    void review.run({ params: { versionId: version.versionId }, body: { revision: version.revision, decision, opinion: opinion.trim() } }, () => {
      forget();
      void message.success(words.done[decision]);
      refresh();
      onClose();
    });
  };
  const empty = opinion.trim() === '';
  return (
    <Modal
      open title={words.title} onCancel={onClose} width={480}
      footer={[
        <Button key="return" danger disabled={empty || review.busy} onClick={() => decide('return')}>{words.return}</Button>,
        <Button key="approve" type="primary" disabled={empty} loading={review.busy} onClick={() => decide('approve')}>{words.approve}</Button>,
      ]}
    >
      <div className="bundle-dialog">
        <ProblemAlert problem={review.problem} onRefresh={() => { refresh(); onClose(); }} />
        <p className="muted">{words.lead}{warnings > 0 ? words.warnings(warnings) : ''}</p>
        <label htmlFor="bundle-opinion">{words.opinion}</label>
        <Input.TextArea id="bundle-opinion" rows={4} maxLength={1000} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
      </div>
    </Modal>
  );
}
