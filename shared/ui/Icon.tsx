import * as React from "react";

/** The icons that the product shows, from Fluent's icon set (MIT): only the paths, without its styling runtime. A test compares them with the package. */
export const ICONS = {
  Chat24Filled: {
    size: 24,
    path: "M12 2a10 10 0 1 1-4.64 18.86l-4.3 1.12a.85.85 0 0 1-1.03-1.04l1.11-4.29A10 10 0 0 1 12 2m1.25 11h-4.6a.75.75 0 0 0 0 1.5h4.7a.75.75 0 0 0 0-1.5zm2-3.5h-6.6a.75.75 0 0 0 0 1.5h6.7a.75.75 0 0 0 0-1.5z",
  },
  ChevronDown12Regular: {
    size: 12,
    path: "M2.15 4.65c.2-.2.5-.2.7 0L6 7.79l3.15-3.14a.5.5 0 1 1 .7.7l-3.5 3.5a.5.5 0 0 1-.7 0l-3.5-3.5a.5.5 0 0 1 0-.7",
  },
  Clock16Regular: {
    size: 16,
    path: "M2 8a6 6 0 1 1 12 0A6 6 0 0 1 2 8m6-7a7 7 0 1 0 0 14A7 7 0 0 0 8 1m0 3.5a.5.5 0 0 0-1 0v4c0 .28.22.5.5.5h3a.5.5 0 0 0 0-1H8z",
  },
  Dismiss16Regular: {
    size: 16,
    path: "m2.59 2.72.06-.07a.5.5 0 0 1 .63-.06l.07.06L8 7.29l4.65-4.64a.5.5 0 0 1 .7.7L8.71 8l4.64 4.65c.18.17.2.44.06.63l-.06.07a.5.5 0 0 1-.63.06l-.07-.06L8 8.71l-4.65 4.64a.5.5 0 0 1-.7-.7L7.29 8 2.65 3.35a.5.5 0 0 1-.06-.63l.06-.07z",
  },
  Person24Regular: {
    size: 24,
    path: "M17.75 14C19 14 20 15 20 16.25v.57c0 .9-.32 1.76-.9 2.44Q16.74 22.01 12 22q-4.74.01-7.1-2.74a3.8 3.8 0 0 1-.9-2.43v-.58C4 15 5.01 14 6.25 14zm0 1.5H6.25a.75.75 0 0 0-.75.75v.58c0 .53.2 1.05.54 1.46C7.3 19.76 9.26 20.5 12 20.5q4.09 0 5.96-2.21c.35-.41.54-.93.54-1.47v-.57a.75.75 0 0 0-.75-.75M12 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10m0 1.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7",
  },
  Prohibited16Regular: {
    size: 16,
    path: "M11.87 3.42a6 6 0 0 0-8.45 8.45zm.71.7-8.45 8.46a6 6 0 0 0 8.45-8.45M3.05 3.06a7 7 0 1 1 9.9 9.9 7 7 0 0 1-9.9-9.9",
  },
  Question16Regular: {
    size: 16,
    path: "M8 2a3 3 0 0 0-3 3 .5.5 0 0 0 1 0 2 2 0 0 1 4 0c0 .68-.14 1.08-.31 1.36-.19.3-.43.5-.75.75l-.02.02c-.3.24-.67.53-.95.98-.3.47-.47 1.07-.47 1.89v.5a.5.5 0 0 0 1 0V10c0-.68.14-1.08.31-1.36.19-.3.43-.5.75-.75l.02-.02c.3-.24.67-.53.95-.98.3-.47.47-1.07.47-1.89a3 3 0 0 0-3-3m0 12a.75.75 0 1 0 0-1.5.75.75 0 0 0 0 1.5",
  },
  Warning20Regular: {
    size: 20,
    path: "M7.37 3.56a3 3 0 0 1 5.26 0l5.5 10A3 3 0 0 1 15.5 18h-11a3 3 0 0 1-2.63-4.44zm4.38.48a2 2 0 0 0-3.5 0l-5.5 10A2 2 0 0 0 4.5 17h11a2 2 0 0 0 1.75-2.96zM10 12.75a.75.75 0 1 1 0 1.5.75.75 0 0 1 0-1.5m0-6.25c.28 0 .5.22.5.5v4a.5.5 0 0 1-1 0V7c0-.28.22-.5.5-.5",
  },
  WifiOff20Regular: {
    size: 20,
    path: "M2.85 2.15a.5.5 0 1 0-.7.7l3.03 3.03a10 10 0 0 0-3.06 2.86.5.5 0 0 0 .82.57q.48-.68 1-1.22.91-.9 1.97-1.47l1.44 1.43A6.4 6.4 0 0 0 4.28 11a.5.5 0 1 0 .9.45A5.4 5.4 0 0 1 8.1 8.82l1.86 1.85a4 4 0 0 0-3.63 2.43.5.5 0 0 0 .92.4q.24-.54.63-.94c.9-.9 2.2-1.11 3.3-.66l1.65 1.65a.5.5 0 0 0 .2.2l4.1 4.1a.5.5 0 0 0 .71-.7zM9.6 7.48l1.02 1.02a5.4 5.4 0 0 1 4.28 2.97.5.5 0 0 0 .9-.46A6.43 6.43 0 0 0 9.6 7.48M7.14 5.01l.8.81a8.6 8.6 0 0 1 9.2 3.5.5.5 0 0 0 .83-.57A9.61 9.61 0 0 0 7.14 5.02m3.82 8.78a1.3 1.3 0 1 1-1.83 1.83 1.3 1.3 0 0 1 1.83-1.83",
  },
} as const;

/** What a {@link Drawing} draws. */
export interface DrawingProps {
  readonly icon: { readonly size: number; readonly path: string };
  readonly className?: string | undefined;
  /** Its width and height (px); by itself the size that it was drawn for. */
  readonly size?: number | undefined;
}

/** An icon in the colour of the text around it. It is an ornament: what it means is said beside it, so assistive technology passes it over. */
export function Drawing({ icon: { size: drawn, path }, className, size = drawn }: DrawingProps): React.ReactElement {
  return (
    <svg className={className} width={size} height={size} viewBox={`0 0 ${drawn} ${drawn}`} fill="currentColor" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** What an {@link Icon} shows. */
export interface IconProps extends Omit<DrawingProps, "icon"> {
  readonly name: keyof typeof ICONS;
}

/** One of the icons that the product shows. */
export function Icon({ name, ...others }: IconProps): React.ReactElement {
  return <Drawing icon={ICONS[name]} {...others} />;
}
