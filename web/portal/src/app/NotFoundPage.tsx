import { Compass } from 'lucide-react';
import { EmptyState } from '@tongban/ui';
import { ButtonLink } from '../shared/layout/Links.tsx';
import { Page } from '../shared/layout/Page.tsx';
import { links } from '../shared/links.ts';
import { text } from './text.ts';

/** The answer to an address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title={text.notFoundTitle} narrow>
      <EmptyState
        icon={<Compass size={48} aria-hidden="true" />} title={text.notFoundReason}
        action={(
          <div className="tb-button-row">
            <ButtonLink to={links.home()} variant="primary">{text.backHome}</ButtonLink>
            <ButtonLink to={links.search()}>{text.searchLabel}</ButtonLink>
          </div>
        )}
      >
        {text.notFoundDetail}
      </EmptyState>
    </Page>
  );
}
