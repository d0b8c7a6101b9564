-- Takes the lock of a session for one turn and reads the session: one trip.
-- KEYS: lock, facts (hash), messages (list), wordings (list)   ARGV: token, lease in ms
-- Returns false while another turn holds the lock.
if ARGV[1] ~= '' and not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return false end
return {
  redis.call('HMGET', KEYS[2], 'engine', 'care', 'turns'),
  redis.call('LRANGE', KEYS[3], 0, -1),
  redis.call('LRANGE', KEYS[4], 0, -1)
}
