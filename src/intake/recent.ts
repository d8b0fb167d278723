/** A map that forgets what was used longest ago when it holds more than `bound` entries. */
export function recent<K, V>(bound: number) {
  const map = new Map<K, V>();
  return {
    get(key: K): V | undefined {
      const value = map.get(key);
      if (value !== undefined && map.size > bound / 2) {
        map.delete(key); // only a map half full needs to know the order of use
        map.set(key, value);
      }
      return value;
    },
    set(key: K, value: V): void {
      map.delete(key);
      map.set(key, value);
      if (map.size > bound) for (const oldest of map.keys()) return void map.delete(oldest);
    },
    delete: (key: K): boolean => map.delete(key),
    entries: () => map.entries(),
  };
}
