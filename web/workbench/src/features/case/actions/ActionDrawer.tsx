import type { Problem } from '@tongban/contract-kit';
import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { Lack } from '../../../shared/form/Lack.tsx';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text } from '../text.ts';

interface ActionDrawerProps {
  title: string;
  notice?: string;
  warning?: string | undefined;
  confirm: string;
  danger?: boolean;
  busy: boolean;
  problem: Problem | undefined;
  labels?: Readonly<Record<string, string>>;
  onConfirm: () => void;
  onRefresh: () => void;
  onClose: () => void;
  children: ReactNode;
  /** Beside the confirmation, such as the opposite answer. */
  other?: ReactNode;
}

/** The side sheet of one action. The case stays usable beside it, so that a material can be looked at while one writes. */
export function ActionDrawer(props: ActionDrawerProps) {
  const { title, notice, warning, confirm, danger = false, busy, problem, onConfirm, onRefresh, onClose, children, other } = props;
  return (
    <Drawer
      open title={title} onClose={onClose} mask={false} size={460} rootClassName="action-drawer" keyboard
      footer={(
        <div className="action-drawer__foot">
          <Button onClick={onClose}>{text.cancel}</Button>
          {other}
          <PrimaryButton danger={danger} loading={busy} onPress={onConfirm}>{confirm}</PrimaryButton>
        </div>
      )}
    >
      {notice ? <p className="sheet-notice">{notice}</p> : null}
      {warning ? <p className="sheet-notice is-warning" role="note">{warning}</p> : null}
      <ProblemAlert problem={problem} onRefresh={onRefresh} {...(props.labels ? { labels: props.labels } : {})} />
      {children}
    </Drawer>
  );
}

/** A labelled part of an action's form; what it lacks takes the place of the hint. */
export function Part({ label, htmlFor, hint, lack, children }: { label: string; htmlFor?: string; hint?: string; lack?: string | undefined; children: ReactNode }) {
  return (
    <div className="part">
      {htmlFor ? <label className="part__label" htmlFor={htmlFor}>{label}</label> : <p className="part__label">{label}</p>}
      {children}
      {lack ? <Lack text={lack} /> : hint ? <p className="faint small">{hint}</p> : null}
    </div>
  );
}
