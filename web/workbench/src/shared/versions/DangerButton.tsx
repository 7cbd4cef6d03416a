import { App, Button } from 'antd';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import type { Deed } from './deed.ts';
import './versions.css';

interface DangerButtonProps { press: string; title: string; lead: string; deed: Deed; onConfirm: () => Promise<unknown> }

/** Does what takes something away, after a question; says why when it was refused. */
export function DangerButton({ press, title, lead, deed, onConfirm }: DangerButtonProps) {
  const { modal } = App.useApp();
  const ask = () => modal.confirm({ title, content: lead, okText: press, cancelText: text.confirm.cancel, okButtonProps: { danger: true }, onOk: onConfirm });
  return (
    <>
      <Button danger type="text" loading={deed.busy} onClick={ask}>{press}</Button>
      {deed.problem ? <div className="version-problem"><ProblemAlert problem={deed.problem} onClose={deed.clear} /></div> : null}
    </>
  );
}
