/** The mark of the platform: one door for every service. */
export function Mark({ size = 44 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      <rect width="48" height="48" rx="10" fill="var(--tb-accent)" />
      <g fill="none" stroke="var(--tb-on-accent)" strokeLinecap="round">
        <path d="M10 37V22.5C10 14.5 16 9 24 9s14 5.5 14 13.5V37" strokeWidth="4" />
        <path d="M19 37V24.5c0-3 2-5 5-5s5 2 5 5V37" strokeWidth="4" />
        <path d="M7 38.5h34" strokeWidth="3" />
      </g>
    </svg>
  );
}
