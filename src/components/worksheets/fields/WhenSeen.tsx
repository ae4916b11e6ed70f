import { useEffect, useRef, useState, type ReactNode } from 'react';

/** Draws what is in it once its place is on the screen, and not while it is folded away or far below. */
export function WhenSeen({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const watch = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    if (place.current) watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return (
    <div className="when-seen" ref={place}>
      {isSeen && children}
    </div>
  );
}
