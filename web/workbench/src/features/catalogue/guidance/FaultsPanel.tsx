import { CheckCircleOutlined, ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { QuestionnaireFault } from '@tongban/server/src/modules/catalog/contract.ts';
import { text } from '../text.ts';
import { selectionOf } from './selection.ts';
import { useFindings } from './use-findings.ts';
import type { GuidedEditing } from './use-guided.ts';

const words = text.guiding.faults;

/** What the proof finds wrong as one types, each leading to its place in the picture, and what else the checks say of guidance (GDE-02). */
export function FaultsPanel({ editing, onWalk }: { editing: GuidedEditing; onWalk: (answers: NonNullable<QuestionnaireFault['answers']>) => void }) {
  const { report, flow, guided, select } = editing;
  const proved = new Set(report.faults.map(({ path, message }) => `${path} ${message}`));
  const others = useFindings().filter(({ path, message }) =>
    (path.startsWith('questionnaire') || /^materials\.[^.]+\.(reviewPoints|acceptanceStandard|sample|when)/.test(path) || path.startsWith('forms.')) && !proved.has(`${path.replace(/^questionnaire\./, '')} ${message}`));
  const go = (fault: Pick<QuestionnaireFault, 'path' | 'answers'>) => {
    const selection = selectionOf(fault, guided.questionnaire, flow);
    if (selection) select(selection);
    if (fault.answers) onWalk(fault.answers);
  };
  return (
    <div className="guide-form">
      {report.faults.length === 0 ? (
        <p className="guide-fine"><CheckCircleOutlined /> {words.none(report.pathCount)}</p>
      ) : (
        <>
          <p className="is-danger small" role="status">{words.lead(report.faults.length)}</p>
          <ul className="guide-faults">
            {report.faults.map((fault) => (
              <li key={fault.code + fault.path + fault.message}>
                <button type="button" onClick={() => go(fault)} title={words.go}><ExclamationCircleOutlined className="is-danger" /> {fault.message}</button>
              </li>
            ))}
          </ul>
        </>
      )}
      {others.length > 0 ? (
        <>
          <h3>{words.saved}</h3>
          <ul className="guide-faults">
            {others.map((finding) => (
              <li key={finding.rule + finding.path + finding.message}>
                <button type="button" onClick={() => go({ path: finding.path.replace(/^questionnaire\./, '') })} title={finding.mend}>
                  {finding.severity === 'error' ? <ExclamationCircleOutlined className="is-danger" /> : <WarningOutlined className="is-warning" />} {finding.message}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
