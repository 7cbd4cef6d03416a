import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { BundleFinding } from '@tongban/server/src/modules/bundles/contract.ts';

/** What the checks found at a place. */
export function Faults({ findings }: { findings: readonly BundleFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="bundle-faults">
      {findings.map(({ rule, path, message, severity }) => (
        <li key={rule + path + message} className={severity === 'error' ? 'is-error' : 'is-warning'}>
          {severity === 'error' ? <ExclamationCircleOutlined /> : <WarningOutlined />} {message}
        </li>
      ))}
    </ul>
  );
}
