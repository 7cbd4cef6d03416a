import type { DeskTicket } from '@tongban/server/src/modules/halls/windows.contract.ts';
import { Link } from 'react-router';
import { links } from '../../../shared/links.ts';
import { text } from '../text.ts';

const words = text.calling;

/** What was registered from the ticket in hand: the case by its number, or what is still filled in. */
export function Registrations({ ticket }: { ticket: Pick<DeskTicket, 'registrations'> }) {
  if (ticket.registrations.length === 0) return null;
  return (
    <ul className="calling-cases" aria-label={words.registered}>
      {ticket.registrations.map(({ draftId, itemName, caseId, caseNumber }) => (
        <li key={draftId}>{caseId !== null && caseNumber !== null ? <><Link className="number" to={links.case(caseId)}>{caseNumber}</Link> {itemName}</> : <><Link to={links.registrationDraft(draftId)}>{words.goOn}</Link> {itemName}</>}</li>
      ))}
    </ul>
  );
}
