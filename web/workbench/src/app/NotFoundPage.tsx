import { Link } from 'react-router';
import { Empty } from '../shared/list/Empty.tsx';
import { links } from '../shared/links.ts';
import { Page } from '../shared/page/Page.tsx';
import { text } from './text.ts';

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title={text.notFoundTitle}>
      <div className="list-empty"><Empty title={text.notFoundTitle} action={<Link to={links.home()}>{text.toHome}</Link>}>{text.notFoundDetail}</Empty></div>
    </Page>
  );
}
