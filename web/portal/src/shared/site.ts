import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { defaultSite, getSite, type SiteSettings } from '@tongban/server/src/kernel/site/contract.ts';
import { plainApi } from './api.ts';

const key = 'tongban.site';

/** What this browser saw last, so that name and colour do not change under the reader's eyes. */
function lastSeen(): SiteSettings {
  try {
    return { ...defaultSite, ...JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<SiteSettings> };
  } catch {
    return defaultSite;
  }
}

/** Who publishes this portal: name, theme, contact and records. */
export function useSite(): SiteSettings {
  return useQuery({
    queryKey: [getSite.id], queryFn: () => plainApi.call(getSite, {}), staleTime: 300_000, placeholderData: lastSeen, meta: { public: true },
  }).data ?? defaultSite;
}

/** The portal's full name, `广安市广安区政务服务网`. */
export function siteName({ cityName, portalName }: Pick<SiteSettings, 'cityName' | 'portalName'>): string {
  return cityName + portalName;
}

function showTheme(theme: SiteSettings['theme']): void {
  const root = document.documentElement;
  root.setAttribute('data-theme', theme);
  const colour = getComputedStyle(root).getPropertyValue('--tb-accent').trim();
  if (colour) document.querySelector('meta[name="theme-color"]')?.setAttribute('content', colour);
}

/** Puts on the colours of last time, before anything is drawn. */
export function restoreTheme(): void {
  showTheme(lastSeen().theme);
}

/** Keeps theme and what this browser knows of the site up to date. */
export function useSiteTheme(): void {
  const site = useSite();
  useEffect(() => {
    showTheme(site.theme);
    try {
      localStorage.setItem(key, JSON.stringify(site));
    } catch { /* private browsing: asked again next time */ }
  }, [site]);
}
