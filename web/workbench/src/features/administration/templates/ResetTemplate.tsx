import { resetTemplate, type MessageTemplate } from '@tongban/server/src/kernel/messaging/contract.ts';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.templates;

/** Gives a template the platform's own words back. */
export function ResetTemplate({ template, onDone }: { template: MessageTemplate; onDone: () => void }) {
  const { message } = App.useApp();
  const [asked, setAsked] = useState(false);
  const { run, busy, problem, clear } = useAction(resetTemplate);
  const close = () => {
    clear();
    setAsked(false);
  };
  function reset() {
    void run({ params: { key: template.key }, body: { revision: template.revision } }, () => {
      void message.success(words.resetDone);
      close();
      onDone();
    });
  }
  return (
    <>
      <Button onClick={() => setAsked(true)}>{words.reset}</Button>
      <Modal
        open={asked}
        title={words.resetTitle}
        okText={words.reset}
        cancelText={sharedText.confirm.cancel}
        confirmLoading={busy}
        width={440}
        onOk={reset}
        onCancel={close}
        destroyOnHidden
      >
        <ProblemAlert problem={problem} onRefresh={onDone} />
        <p>{words.resetLead}</p>
      </Modal>
    </>
  );
}
