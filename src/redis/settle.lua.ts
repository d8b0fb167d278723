/**
 * Takes replies out of outboxes, of many persons at once.
 * KEYS: fence, work, then for each reply: outbox, inbox, key of the sent reply. ARGV: token, seconds to keep a sent reply,
 * then for each reply: person, id, 1 if it is to be kept.
 * A reply that is not in its outbox is left alone. Returns `done` or `fenced`.
 */
export const settleLua = `
if redis.call('get', KEYS[1]) ~= ARGV[1] then return 'fenced' end
local at = 3
for i = 3, #KEYS, 3 do
  local person, id = ARGV[at], ARGV[at + 1]
  local found
  for _, item in ipairs(redis.call('lrange', KEYS[i], 0, -1)) do
    if string.sub(item, 1, #id) == id then found = item end
  end
  if found then
    redis.call('lrem', KEYS[i], 1, found)
    if ARGV[at + 2] == '1' then redis.call('set', KEYS[i + 2], person .. ':' .. string.sub(found, #id + 1), 'EX', ARGV[2]) end
    if redis.call('exists', KEYS[i], KEYS[i + 1]) == 0 then redis.call('srem', KEYS[2], person) end
  end
  at = at + 3
end
return 'done'
`;
