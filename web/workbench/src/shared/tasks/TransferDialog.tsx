import { transferTask } from '@tongban/server/src/kernel/workflow/contract.ts';
import { App, Form, Input, Modal } from 'antd';
import { useMissing } from '../form/use-missing.ts';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import { useTyped } from '../typed/use-typed.ts';
import { useAction } from '../use-action.ts';
import { TakerPicker } from './TakerPicker.tsx';

interface TransferDialogProps {
  task: { taskId: string; title: string } | undefined;
  onClose: () => void;
  onDone: () => void;
}

/** Hands a task to another officer of any department who can do it, saying why. */
export function TransferDialog({ task, onClose, onDone }: TransferDialogProps) {
  const { message } = App.useApp();
  const [typed, setTyped, forget] = useTyped<{ to?: string | undefined; reason: string }>(`transfer.${task?.taskId ?? ''}`, { reason: '' });
  const { run, busy, problem, clear } = useAction(transferTask);
  const missing = useMissing({
    'transfer-to': typed.to === undefined && text.missing.choose(text.transfer.to),
    'transfer-reason': typed.reason.trim() === '' && text.missing.write(text.transfer.reason),
  });

  function send() {
    if (!missing.check() || !task || typed.to === undefined) return;
    void run({ params: { taskId: task.taskId }, body: { to: typed.to, reason: typed.reason.trim() } }, () => {
      forget();
      void message.success(text.transfer.done);
      onDone();
    });
  }
  return (
    <Modal
      open={task !== undefined} title={text.transfer.title} okText={text.transfer.confirm} cancelText={text.confirm.cancel} confirmLoading={busy}
      onOk={send} onCancel={() => { clear(); onClose(); }} width={480} destroyOnHidden
    >
      <p className="muted" style={{ marginBottom: '0.75rem' }}>{task?.title}</p>
      <ProblemAlert problem={problem} onRefresh={onDone} />
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={text.transfer.to} htmlFor="transfer-to" {...missing.item('transfer-to')}>
          {task ? <TakerPicker id="transfer-to" taskId={task.taskId} value={typed.to} onChange={(to) => setTyped((before) => ({ ...before, to }))} /> : null}
        </Form.Item>
        <Form.Item label={text.transfer.reason} htmlFor="transfer-reason" {...missing.item('transfer-reason')}>
          <Input.TextArea
            id="transfer-reason" rows={3} maxLength={500} showCount value={typed.reason}
            onChange={(event) => setTyped((before) => ({ ...before, reason: event.target.value }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
