import { elementLabel, type QualityFinding } from '@tongban/server/src/modules/catalog/contract.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { text } from './text.ts';

/** What the consistency rules of the guide found; errors keep the version from being published. */
export function Findings({ findings }: { findings: readonly QualityFinding[] }) {
  if (findings.length === 0) return <p className="version__note">{text.findings.none}</p>;
  const errors = findings.filter(({ severity, exception }) => severity === 'error' && exception === undefined).length;
  return (
    <div className="version__pad">
      <p className="muted">{text.findings.count(errors, findings.length - errors)}</p>
      <ul className="findings">
        {findings.toSorted((a, b) => a.severity.localeCompare(b.severity)).map((finding) => (
          <li key={`${finding.rule}${finding.path}${finding.message}`}>
            <Tag tone={finding.severity === 'error' ? 'danger' : 'warning'}>{text.findings[finding.severity]}</Tag>
            <span>
              {finding.message}
              <span className="faint small">　{text.findings.mend}：{finding.mend}</span>
              {finding.exception ? <span className="muted small">　{text.findings.exception(finding.exception.byName, finding.exception.reason)}</span> : null}
            </span>
            <span className="faint small" title={finding.path}>{elementLabel(finding.path)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
