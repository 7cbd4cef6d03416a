import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { text } from '../text.ts';

/** Whose case it is, who filed it, and for which situation. */
export function ApplicantCard({ view }: { view: CaseView }) {
  const { applicant, filer } = view;
  return (
    <section className="applicant" aria-label={text.applicant.title}>
      <p className="applicant__name"><strong>{applicant.name}</strong><span className="faint small">{text.applicant[applicant.kind]}</span></p>
      <p className="number small muted">{[applicant.documentNumber, applicant.mobile].filter(Boolean).join('　')}</p>
      {filer ? <p className="small"><span className="muted">{text.applicant[filer.kind]}：</span>{filer.name}</p> : null}
      <p className="small"><span className="muted">{text.applicant.situation}：</span>{view.situationName}</p>
    </section>
  );
}
