import { DoubleLeftOutlined, DoubleRightOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLiveTopic } from '@tongban/api-client/browser';
import { countInbox, listInbox } from '@tongban/server/src/kernel/workflow/contract.ts';
import { Button, Tooltip } from 'antd';
import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { api, live } from '../shared/api.ts';
import { setPreferences, usePreferences } from '../shared/preferences.ts';
import { useSession } from '../shared/session/session.ts';
import { useMediaQuery } from '../shared/use-media-query.ts';
import { placesFor, type Place } from './navigation.ts';
import { text } from './text.ts';

/** The rail at the left: icons with names, or icons alone where room is needed. */
export function Navigation() {
  const { permissions } = useSession();
  const { navigation } = usePreferences();
  const roomy = useMediaQuery('(min-width: 1600px)');
  const wide = navigation === 'wide' || (navigation === 'auto' && roomy);
  const client = useQueryClient();
  const watches = permissions.includes('workflow.inbox.view');
  useLiveTopic(live, watches ? 'workflow.inbox' : undefined, () => {
    for (const operation of [countInbox, listInbox]) void client.invalidateQueries({ queryKey: [operation.id] });
  });
  const todo = useQuery({
    queryKey: [countInbox.id], queryFn: () => api.call(countInbox, {}), refetchInterval: 60_000, enabled: watches,
  }).data?.todo;
  // On a phone the places lie in one row: the one that is open is brought into sight.
  const rail = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => { rail.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest', inline: 'center' }); }, [pathname]);
  return (
    <nav ref={rail} className={wide ? 'rail is-wide' : 'rail'} aria-label={text.navigation}>
      <div className="rail__places">
        {placesFor(permissions).map((group) => (
          <div className="rail__group" key={group.label ?? ''}>
            {group.label ? <p className="rail__label">{group.label}</p> : null}
            {group.places.map((place) => <RailLink key={place.path} place={place} count={place.counts === 'todo' ? todo : undefined} />)}
          </div>
        ))}
      </div>
      <Tooltip title={wide ? text.narrow : text.wide} placement="right">
        <Button
          className="rail__toggle" type="text" aria-label={wide ? text.narrow : text.wide} icon={wide ? <DoubleLeftOutlined /> : <DoubleRightOutlined />}
          onClick={() => setPreferences({ navigation: wide ? 'narrow' : 'wide' })}
        />
      </Tooltip>
    </nav>
  );
}

function RailLink({ place, count }: { place: Place; count: number | undefined }) {
  const Icon = place.icon;
  return (
    <NavLink to={place.path} end={place.path === '/'} className="rail__link">
      <Icon />
      <span>{place.label}</span>
      {count ? <span className="rail__count">{count > 999 ? '999+' : count}</span> : null}
    </NavLink>
  );
}
