import type { BundleFinding } from '@tongban/server/src/modules/bundles/contract.ts';
import { Button } from 'antd';
import { Tag } from '../../../shared/case/tags.tsx';
import { text } from '../text.ts';
import { sectionOf, type SectionName } from './section.ts';

const words = text.checks;

/** Everything the checks found, errors first, each with the way to its place. */
export function ChecksSection({ findings, saved, onJump }: { findings: readonly BundleFinding[]; saved: boolean; onJump: (section: SectionName, path: string) => void }) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <div className="bundle-section">
      <p role="status" className="muted">{saved ? (findings.length === 0 ? words.none : words.count(errors, findings.length - errors)) : words.saving}</p>
      <ul className="bundle-findings">
        {findings.toSorted((one, other) => one.severity.localeCompare(other.severity)).map(({ rule, path, message, severity }) => (
          <li key={rule + path + message}>
            <Tag tone={severity === 'error' ? 'danger' : 'warning'}>{words[severity]}</Tag>
            <span className="faint small">{text.editing.sections[sectionOf(path)]}</span>
            <span>{message}</span>
            <Button type="link" size="small" aria-label={`${words.jump}：${message}`} onClick={() => onJump(sectionOf(path), path)}>{words.jump}</Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
