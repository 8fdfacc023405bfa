dat_path = 'raw.dat'
n_channels_dat = 8
dtype = 'int16'
offset = 0
sample_rate = 20000.0  # Hz
hp_filtered = False
