import { readHolder, type DeskTicket } from '@tongban/server/src/modules/halls/windows.contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.calling;

/** Whose ticket it is: masked, and in full when the clerk opens the case; each reading is recorded. */
export function Holder({ windowId, ticket }: { windowId: string; ticket: DeskTicket }) {
  const { run, busy, problem } = useAction(readHolder);
  const [full, setFull] = useState<{ name: string; documentNumber: string }>();
  if (ticket.holder === null) return null;
  return (
    <>
      <p className="calling-holder">
        <span className="muted">{words.holder}</span> {full ? words.holderOf(full.name, full.documentNumber) : ticket.holder}
        {ticket.abilities.readHolder && !full ? <Button size="small" type="link" loading={busy} onClick={() => void run({ params: { windowId }, body: { ticketId: ticket.ticketId } }, setFull)}>{words.readHolder}</Button> : null}
      </p>
      <ProblemAlert problem={problem} />
    </>
  );
}
