import { Button, Card } from '@tongban/ui';
import { chooseText } from '../../locale/locale.ts';
import { Page } from '../../shared/layout/Page.tsx';
import { setPreferences, usePreferences } from '../../shared/preferences.ts';
import { zhCN } from './locale/zh-CN.ts';

const text = chooseText({ 'zh-CN': zhCN });

/** How everybody can use this site. */
export function AccessibilityPage() {
  const { largeType } = usePreferences();
  return (
    <Page
      title={text.title} lead={<p>{text.lead}</p>} narrow
      aside={<Button variant="primary" onClick={() => setPreferences({ largeType: !largeType })}>{largeType ? text.normal : text.large}</Button>}
    >
      <div className="stack">
        {text.parts.map((part) => <Card key={part.title} title={part.title}><ul>{part.lines.map((line) => <li key={line}>{line}</li>)}</ul></Card>)}
      </div>
    </Page>
  );
}
