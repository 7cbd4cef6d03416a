import type { ReviewComment } from '@tongban/server/src/kernel/reviews/contract.ts';
import { elementGroups, elementInfo, isElementName, type ElementGroup, type ItemElements, type QualityFinding } from '@tongban/server/src/modules/catalog/contract.ts';
import { useShortcut } from '../../../shared/keyboard/shortcuts.ts';
import { text } from '../text.ts';
import { progressOf } from './group-progress.ts';

const words = text.editing;

/** Every group in its order. */
export const groupNames = Object.keys(elementGroups).filter((name): name is ElementGroup => name in elementGroups);

interface GroupNavProps {
  group: ElementGroup;
  elements: ItemElements;
  findings: readonly QualityFinding[];
  /** Open remarks of reviewers. */
  remarks: readonly ReviewComment[];
  onGroup: (group: ElementGroup) => void;
}

/** The groups of elements with how far each is; Alt+N and Alt+P go through them. */
export function GroupNav({ group, elements, findings, remarks, onGroup }: GroupNavProps) {
  const go = (step: number) => {
    const next = groupNames[groupNames.indexOf(group) + step];
    if (next) onGroup(next);
  };
  useShortcut({ keys: ['Alt+N'], label: words.nextGroup, scope: 'here', whileTyping: true }, () => go(1));
  useShortcut({ keys: ['Alt+P'], label: words.previousGroup, scope: 'here', whileTyping: true }, () => go(-1));
  return (
    <nav className="groups" aria-label={words.groups}>
      {groupNames.map((name) => {
        const { filled, total, errors } = progressOf(name, elements, findings);
        const remarked = remarks.filter(({ path }) => { const element = path.split('.')[0] ?? ''; return isElementName(element) && elementInfo[element].group === name; }).length;
        return (
          <button key={name} type="button" className={name === group ? 'groups__one is-current' : 'groups__one'} aria-current={name === group} onClick={() => onGroup(name)}>
            <span>{elementGroups[name]}</span>
            {remarked > 0 ? <span className="groups__remarks" title={words.remarks(remarked)}>{remarked}</span> : null}
            {errors > 0 ? (
              <span className="groups__errors" title={words.errors(errors)}>
                {errors}
              </span>
            ) : null}
            <span className="groups__filled" title={words.filled(filled, total)}>
              {filled}/{total}
            </span>
            <span className="groups__bar" aria-hidden="true">
              <span style={{ width: `${(filled / total) * 100}%` }} />
            </span>
          </button>
        );
      })}
    </nav>
  );
}
