import type { BundleFinding } from '@tongban/server/src/modules/bundles/contract.ts';
import { useShortcut } from '../../../shared/keyboard/shortcuts.ts';
import { text } from '../text.ts';
import { sectionNames, sectionOf, type SectionName } from './section.ts';

const words = text.editing;

/** The sections with what is wrong in each; Alt+N and Alt+P go through them. */
export function SectionNav({ section, findings, openComments, counts, onSection }: { section: SectionName; findings: readonly BundleFinding[]; openComments: number; counts: Partial<Record<SectionName, number>>; onSection: (section: SectionName) => void }) {
  const go = (step: number) => {
    const next = sectionNames[sectionNames.indexOf(section) + step];
    if (next) onSection(next);
  };
  useShortcut({ keys: ['Alt+N'], label: words.keys.next, scope: 'here', whileTyping: true }, () => go(1));
  useShortcut({ keys: ['Alt+P'], label: words.keys.previous, scope: 'here', whileTyping: true }, () => go(-1));
  const wrong = (name: SectionName, severity: BundleFinding['severity']) => findings.filter((finding) => finding.severity === severity && (name === 'checks' || sectionOf(finding.path) === name)).length;
  return (
    <nav className="bundle-nav" aria-label={words.parts}>
      {sectionNames.map((name) => {
        const [errors, warnings] = [wrong(name, 'error'), wrong(name, 'warning')];
        return (
          <button key={name} type="button" className={name === section ? 'is-current' : ''} aria-current={name === section} onClick={() => onSection(name)}>
            <span>{words.sections[name]}</span>
            {errors > 0 ? <span className="bundle-nav__errors" title={words.errors(errors)}>{errors}</span> : null}
            {errors === 0 && warnings > 0 ? <span className="bundle-nav__warnings" title={words.warnings(warnings)}>{warnings}</span> : null}
            {name === 'review' && openComments > 0 ? <span className="bundle-nav__warnings" title={words.openComments(openComments)}>{openComments}</span> : null}
            {counts[name] === undefined ? null : <span className="bundle-nav__count">{counts[name]}</span>}
          </button>
        );
      })}
    </nav>
  );
}
