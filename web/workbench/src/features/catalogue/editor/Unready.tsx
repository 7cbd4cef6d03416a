import { elementLabel, type QualityFinding } from '@tongban/server/src/modules/catalog/contract.ts';
import { Alert } from 'antd';
import { text } from '../text.ts';

const words = text.editing.unready;

/** What keeps the draft from review, each with the way to its element; it shrinks as one mends. */
export function Unready({ findings, onJump, onClose }: { findings: readonly QualityFinding[]; onJump: (path: string) => void; onClose: () => void }) {
  const errors = findings.filter(({ severity, exception }) => severity === 'error' && exception === undefined);
  if (errors.length === 0) return <Alert type="success" showIcon title={words.none} closable={{ onClose }} />;
  return (
    <Alert
      type="error" showIcon role="alert" closable={{ onClose }} title={words.title(errors.length)}
      description={
        <ul className="unready">
          {errors.map(({ rule, path, message }) => (
            <li key={`${rule}${path}${message}`}>
              <button type="button" className="link-button" onClick={() => onJump(path)}>{elementLabel(path)}</button> {message}
            </li>
          ))}
        </ul>
      }
    />
  );
}
