import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { QualityFinding } from '@tongban/server/src/modules/catalog/contract.ts';

/** What the checks found, each with how to mend it. */
export function Faults({ findings }: { findings: readonly QualityFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="faults">
      {findings.map((finding) => (
        <li key={finding.rule + finding.path + finding.message} className={finding.severity === 'error' ? 'is-error' : 'is-warning'}>
          {finding.severity === 'error' ? <ExclamationCircleOutlined /> : <WarningOutlined />} {finding.message}
        </li>
      ))}
    </ul>
  );
}
