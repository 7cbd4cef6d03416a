import { Form, Input, Modal } from 'antd';
import { useMissing } from '../form/use-missing.ts';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import { useTyped } from '../typed/use-typed.ts';
import { useAction } from '../use-action.ts';
import type { Discussion } from './use-discussion.ts';

const words = text.comments;

interface RemarkDialogProps {
  discussion: Discussion;
  path: string;
  /** What people call the place. */
  label: string;
  onClose: () => void;
}

/** Asks for a remark on one place, where it is seen (CAT-03). */
export function RemarkDialog({ discussion: { operations, versionId, refresh }, path, label, onClose }: RemarkDialogProps) {
  const add = useAction(operations.add);
  const [said, setSaid, forget] = useTyped(`comments.${versionId}.${path}`, '');
  const missing = useMissing({ 'remark-text': said.trim() === '' && text.missing.write(words.remark) });
  const send = () => {
    if (!missing.check()) return;
    void add.run({ params: { versionId }, body: { path, text: said.trim() } }, () => {
      forget();
      refresh();
      onClose();
    });
  };
  return (
    <Modal open title={`${words.remark}：${label}`} okText={words.add} cancelText={text.confirm.cancel} confirmLoading={add.busy} onOk={send} onCancel={onClose} width={520}>
      <ProblemAlert problem={add.problem} />
      <Form layout="vertical">
        <Form.Item label={words.text} htmlFor="remark-text" {...missing.item('remark-text')} style={{ marginBottom: 0 }}>
          <Input.TextArea id="remark-text" rows={3} maxLength={1000} autoFocus value={said} onChange={({ target }) => setSaid(target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
