import { ALargeSmall, Contrast } from 'lucide-react';
import { setPreferences, usePreferences } from '../shared/preferences.ts';
import { text } from './text.ts';

/** Switches of the reading modes; each says its state to a screen reader. */
export function Toolbar() {
  const { largeType, highContrast } = usePreferences();
  return (
    <div className="toolbar" role="group" aria-label={text.toolbar}>
      <button type="button" className="toolbar__button" aria-pressed={largeType} onClick={() => setPreferences({ largeType: !largeType })}>
        <ALargeSmall size={20} aria-hidden="true" />
        {largeType ? text.normalType : text.largeType}
      </button>
      <button type="button" className="toolbar__button" aria-pressed={highContrast} onClick={() => setPreferences({ highContrast: !highContrast })}>
        <Contrast size={18} aria-hidden="true" />
        {highContrast ? text.normalContrast : text.highContrast}
      </button>
    </div>
  );
}
